// What is said of Natural Earth's first-level regions by hand, for scripts/regions.mjs: codes that ISO 3166-2 has changed since, and
// regions that are parts of one today.

/** The region that a region of Natural Earth is, or is a part of, today. @type {Record<string, string>} */
export const CODE_TODAY = {
  // changed by the standard
  'FR-GF': 'FR-973',
  'FR-MQ': 'FR-972',
  'FR-GP': 'FR-971',
  'FR-RE': 'FR-974',
  'FR-YT': 'FR-976',
  'FR-75': 'FR-75C',
  'GR-A1': 'GR-I',
  'HU-ED': 'HU-ER',
  'IN-CT': 'IN-CG',
  'IN-OR': 'IN-OD',
  'IN-TG': 'IN-TS',
  'IN-UT': 'IN-UK',
  'IT-AO': 'IT-23',
  'MX-DIF': 'MX-CMX',
  'TW-TPQ': 'TW-NWT',
  'ZA-GT': 'ZA-GP',
  'ZA-NL': 'ZA-KZN',
  // numbered since
  ...renumbered('CZ', 'PR:10 ST:20 JC:31 PL:32 KA:41 US:42 LI:51 KR:52 PA:53 VY:63 JM:64 OL:71 ZL:72 MO:80'),
  ...renumbered('EE', '67:68 82:81 86:87 44:45 65:64 78:79 49:50 57:56 59:60 70:71 51:52'),
  ...renumbered(
    'PL',
    'DS:02 KP:04 LU:06 LB:08 LD:10 MA:12 MZ:14 OP:16 PK:18 PD:20 PM:22 SL:24 SK:26 WN:28 WP:30 ZP:32',
  ),
  // islands and enclaves counted with a neighbour
  'AU-X02~': 'AU-NSW',
  'AU-X03~': 'AU-TAS',
  // Northern Ireland's districts of 2015, each of old ones, and Bournemouth's of 2019
  ...joined('GB-ABC', 'GB-ARM GB-BNB GB-CGV'),
  ...joined('GB-AND', 'GB-NDN GB-ARD'),
  ...joined('GB-ANN', 'GB-NTA GB-ANT'),
  ...joined('GB-BCP', 'GB-BMH GB-POL'),
  ...joined('GB-CCG', 'GB-LMV GB-CLR GB-MYL GB-BLY'),
  ...joined('GB-DRS', 'GB-DRY GB-STB'),
  ...joined('GB-FMO', 'GB-FER GB-OMH'),
  ...joined('GB-LBC', 'GB-LSB GB-CSR'),
  ...joined('GB-MEA', 'GB-LRN GB-CKF GB-BLA'),
  ...joined('GB-MUL', 'GB-DGN GB-CKT GB-MFT'),
  ...joined('GB-NMD', 'GB-NYM GB-DOW'),
  // Norway's counties of 2024
  ...joined('NO-31', 'NO-01'),
  ...joined('NO-32', 'NO-02'),
  ...joined('NO-33', 'NO-06'),
  ...joined('NO-34', 'NO-04 NO-05'),
  ...joined('NO-39', 'NO-07'),
  ...joined('NO-40', 'NO-08'),
  ...joined('NO-42', 'NO-09 NO-10'),
  ...joined('NO-46', 'NO-12 NO-14'),
  ...joined('NO-50', 'NO-16 NO-17'),
  ...joined('NO-55', 'NO-19'),
  ...joined('NO-56', 'NO-20'),
};

/** Two regions that Natural Earth gives one code, by name. @type {Record<string, string>} */
export const CODE_BY_NAME = { 'CO|Bogota': 'CO-DC', 'PE|Lima Province': 'PE-LMA' };

/**
 * Codes that the package iso-3166 does not have (yet, or any more) and people use: Norway's counties of 2024, Sardinia's provinces that
 * were dissolved in 2016 and founded again in 2025, Northamptonshire.
 */
export const KEPT_CODES = new Set(
  'NO-31 NO-32 NO-33 NO-39 NO-40 NO-55 NO-56 IT-CI IT-OG IT-OT IT-VS GB-NTH'.split(' '),
);

/** @param {string} code @param {string} parts */
function joined(code, parts) {
  return Object.fromEntries(parts.split(' ').map((part) => [part, code]));
}

/** @param {string} country @param {string} pairs */
function renumbered(country, pairs) {
  return Object.fromEntries(
    pairs
      .split(' ')
      .map((pair) => pair.split(':'))
      .map(([before = '', today = '']) => [`${country}-${before}`, `${country}-${today}`]),
  );
}
