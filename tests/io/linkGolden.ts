/**
 * A link as version 1 of the format was first made, and the plan it carries. Links live in mails and chats for
 * years: this one must be read by every later version. Never made anew.
 */
export const goldenLink = [
  '#p1.dVPBbtswDP2VgmfakJzaTY7DimI7bMOQ9VAIPjAykwqRJUOWC3RfP1BOuhXbLEOiJJLv8UkyxoAlz2GgBAh2SYmDfQWE',
  'Y0wjZUBwAyB4fuE0A8JIgU5XM51ZPAKNDAgTJRo5c3oMllMmF7IkSnxyMUhAip7LuARAmJnmGMi74jUzZdnLlE5cLAF0MUCP',
  'Bo5utuSfmNI-UxLMMYb8LG5zWRAnyjm5LCEIA5Pfu5-FVorDYrN7WYESjdM17J49vb6BiuFG_hEfnPcl4yQU5szBSqJ5WGFC',
  'WMh_-ANsXfm-xEzvoYt0b-q8_p_M2Xn_8eVKa-_d9DcZK_tnFyTnyLQKQ9ay50Q5yvEdaBaoAwc-uiJiYpsWl104iaKUHB08',
  '_043cfoiQq7VtkqWdqrMZmZBysmRn8vKgez5KGzeFxatXSYK-XLAn1eVnl0q8YVwYTrGpThNnFwcoO_RKDQaNeoGoVHNXaU0',
  '9AiP-3sBXtLR0pyryZOIvA6mQX1pSvoeTSXdBlXdoqrVtkf4FvhG7hNgTgtfPCqN5hZV3XS4VfKhkYAtgo-nIJfdA97KRi-3',
  '0XsWRfcXw3So6xa3OwlUdYO6FavMezR3qGqNbbvOqltU2LRvf4-q3rRotniHjXDZYtfhrutFg52UoS6Bm1LXP9qlAK3Wkspz',
  'qTQgfI0x3XyiYaAB0GhdlOwqtalUIwcV7DIeOMgLuVbVX5M12K1KwMOT6C87uu9_AQ.13s5xi5',
].join('');

/** The plan of the link as version 1 wrote it. */
export const goldenPlan = {
  format: 'turfcast-plan',
  version: 1,
  id: 'plan',
  name: 'One seat',
  currency: 'USD',
  calendar: { start: '2027-01', months: 12, fiscalYearStart: 1 },
  seasonality: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  market: { sd: 0.08, persistence: 0.5 },
  parameterUncertainty: true,
  targets: [{ period: 'FY2027', amount: 600000 }],
  levers: { productivity: 1, dealSize: 1, attrition: 1, ramp: 1, timeToFill: 1, startDelay: 0, target: 1 },
  regions: [],
  managers: [],
  roles: [
    {
      id: 'seller',
      name: 'Seller',
      ramp: [0, 0.25, 0.5, 0.75, 1],
      annualAttrition: 0.26,
      timeToFill: { p50: 66, p90: 96 },
      startSlip: { p50: 7, p90: 21 },
      productivity: { perMonth: 55000, cv: 0.1 },
      dealSize: { kind: 'lognormal', mean: 40000, cv: 0.8 },
      skillCv: 0.35,
      annualQuota: 800000,
      pay: { base: 89000, variable: 89000, accelerator: 1.5, benefits: 0.2, recruiting: 15000 },
    },
  ],
  seats: [
    {
      id: 'seat-1',
      name: 'Noor Haddad',
      roleId: 'seller',
      occupant: { kind: 'incumbent', hired: '2026-03-02' },
      backfill: true,
    },
  ],
  run: { seed: 1, trials: 10000 },
};

/** The same plan as version 2 of the plan format has it: pay by steps, and all else that it added neutral. */
export const goldenPlanToday = {
  ...goldenPlan,
  version: 2,
  budgets: [],
  grossMargin: 0.8,
  coverage: { curvature: 0, territoryShockSd: 0 },
  management: { vacantFactor: 1, overSpanFactor: 1, rampFactor: 1 },
  quota: {
    source: 'stated',
    allocation: 'capacity',
    overAssignment: { regions: 1, managers: 1, seats: 1 },
    rampRelief: false,
  },
  events: [],
  territories: [],
  openPipeline: { stages: [], opportunities: [] },
  roles: goldenPlan.roles.map((role) => ({
    ...role,
    pay: {
      base: 89000,
      variable: 89000,
      period: 'year',
      steps: [
        { from: 0, rate: 1 },
        { from: 1, rate: 1.5 },
      ],
      benefits: 0.2,
      recruiting: 15000,
    },
  })),
};
