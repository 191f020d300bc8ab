/** Countries whose first-level regions Turfcast has, by ISO 3166-1 alpha-2 code; written by `npm run regions`. */
export const REGION_COUNTRIES: readonly string[] = (
  'AD AE AF AG AL AM AO AR AT AU AZ BB BD BE BF BG BI BJ BN BO BR BS BT BW BY BZ CA CF CG CH CL CM CN ' +
  'CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW ' +
  'GY HN HR HT HU ID IE IL IN IQ IS IT JM JO JP KG KH KM KN KP KR KW LA LB LI LK LR LS LT LU ME MG ML ' +
  'MM MN MR MT MV MW MX MY MZ NE NG NI NL NO NR NZ PA PE PG PK PL PT PW PY QA RO RS RU RW SA SB SD SE ' +
  'SG SH SI SK SL SM SN SO SR SS SV SY SZ TG TH TL TM TN TO TR TT TW TZ UA UG UY UZ VC VE VN VU WF WS ' +
  'YE ZA ZM ZW'
).split(' ');
