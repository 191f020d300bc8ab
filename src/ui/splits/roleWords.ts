import type { MeasureKind } from '../../model/accountBook';
import type { AccountRole } from '../../model/importedAccounts';

/** What a column can be read as, and `none` for one that is passed over. */
export const ROLE_OPTIONS: readonly { readonly value: AccountRole | 'none'; readonly label: string }[] = [
  { value: 'none', label: 'Not used' },
  { value: 'id', label: 'Account id' },
  { value: 'name', label: 'Account name' },
  { value: 'lat', label: 'Latitude' },
  { value: 'lon', label: 'Longitude' },
  { value: 'postcode', label: 'Postcode' },
  { value: 'country', label: 'Country' },
  { value: 'state', label: 'State' },
  { value: 'family', label: 'Family (parent account)' },
  { value: 'owner', label: 'Owner' },
  { value: 'territory', label: 'Territory' },
  { value: 'potential', label: 'Potential a year' },
  { value: 'workload', label: 'Workload, hours a year' },
  { value: 'measure', label: 'Another measure' },
];

/** What a measure is for. */
export const KIND_OPTIONS: readonly { readonly value: MeasureKind; readonly label: string }[] = [
  { value: 'potential', label: 'Potential a year' },
  { value: 'workload', label: 'Workload, hours a year' },
  { value: 'other', label: 'Balance alone' },
];
