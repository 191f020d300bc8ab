import { betaQuantile } from '../../calibrate/betaFunctions';
import { formatShare } from '../../model/format/formatShare';
import type { Plan, Role } from '../../model/plan';
import { money, share } from '../../model/units';
import { DEFAULT_SPREAD, sellers, withRoles, type InputEnd, type TornadoInput } from './tornadoInput';

/** Win rates of roles with a pipeline: the same opportunities, more or fewer of them won. */
export function winRateInput(plan: Plan): TornadoInput | undefined {
  const piped = sellers(plan).filter(({ pipeline }) => pipeline);
  if (piped.length === 0) return undefined;
  const quantile = ({ pipeline }: Role, p: number, otherwise: number): number => {
    if (!pipeline) return 1;
    const { winRate, winRateBase } = pipeline;
    if (!plan.parameterUncertainty || !winRateBase || winRate <= 0 || winRate >= 1) return otherwise;
    return betaQuantile(winRate * winRateBase, (1 - winRate) * winRateBase, p) / winRate;
  };
  const end = (p: number, otherwise: number): InputEnd => {
    const rates = piped.map((role) =>
      Math.min(1, (role.pipeline?.winRate ?? 0) * quantile(role, p, otherwise)),
    );
    const [least, most] = [Math.min(...rates), Math.max(...rates)].map((rate) => formatShare(rate));
    return {
      label: least === most ? `${least}` : `${least}–${most}`,
      plan: withRoles(plan, (role) => {
        if (!role.pipeline) return role;
        const { winRateBase: _, ...pipeline } = role.pipeline;
        const winRate = Math.min(1, pipeline.winRate * quantile(role, p, otherwise));
        const factor = pipeline.winRate > 0 ? winRate / pipeline.winRate : 1;
        return {
          ...role,
          productivity: { ...role.productivity, perMonth: money(role.productivity.perMonth * factor) },
          pipeline: { ...pipeline, winRate: share(winRate) },
        };
      }),
    };
  };
  const known = piped.some(({ pipeline }) => (pipeline?.winRateBase ?? 0) > 0) && plan.parameterUncertainty;
  return {
    id: 'winRate',
    name: 'Win rate',
    low: end(0.1, 1 - DEFAULT_SPREAD.winRate),
    high: end(0.9, 1 + DEFAULT_SPREAD.winRate),
    basis: known
      ? 'P10 and P90 of the rate, by the closed opportunities that it rests on'
      : `±${formatShare(DEFAULT_SPREAD.winRate)} of the rate by default: the plan states no uncertainty of it`,
    place: 'roles',
  };
}
