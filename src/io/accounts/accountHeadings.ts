import type { AccountRole } from '../../model/importedAccounts';

const words = (text: string) => text.split(' ');

/** For each role the headings seen for it, folded (see `foldHeading`); the earlier one wins where a file has two. */
export const ACCOUNT_HEADINGS: readonly (readonly [role: AccountRole, headings: readonly string[]])[] = [
  [
    'id',
    words(
      'accountid account18id accountnumber accountno acctid acctnumber acctno recordid companyid customerid ' +
        'customernumber customerno organizationid organisationid clientid clientnumber donotmodifyaccount crmid ' +
        'salesforceid sfdcid siteid externalid id',
    ),
  ],
  [
    'name',
    words(
      'accountname account companyname company customername customer organizationname organization organisation ' +
        'organisationname clientname client business sitename name',
    ),
  ],
  [
    'lat',
    words('latitude lat billinglatitude shippinglatitude geolat ycoordinate gpslat geolocationlatitude'),
  ],
  [
    'lon',
    words(
      'longitude lon lng long billinglongitude shippinglongitude geolon geolng xcoordinate gpslon gpslng geolocationlongitude',
    ),
  ],
  [
    'postcode',
    words(
      'billingpostalcode shippingpostalcode billingzippostalcode shippingzippostalcode postalcode postcode zipcode zip ' +
        'billingzip shippingzip zip5 zippostalcode address1zippostalcode mailingpostalcode plz',
    ),
  ],
  [
    'state',
    words(
      'billingstate billingstateprovince shippingstate stateprovince state province address1stateprovince stateregion',
    ),
  ],
  [
    'country',
    words('billingcountry shippingcountry country countryregion countrycode address1countryregion'),
  ],
  [
    'territory',
    words(
      'newterritory territoryname territory salesterritory assignedterritory currentterritory accountterritory patch',
    ),
  ],
  [
    'owner',
    words(
      'accountowner ownername owner accountownername ownerfullname companyowner salesrep salesrepname rep repname ' +
        'accountmanager accountexecutive assignedto assignedrep salesagent seller ownerid',
    ),
  ],
  [
    'family',
    words(
      'parentaccount parentaccountname parentaccountid parentid parentcompany parentname parent ultimateparent ' +
        'ultimateparentaccount accountfamily family subsidiaryof group corporategroup',
    ),
  ],
];

/** Words in a heading of numbers that measure nothing. */
const NO_MEASURE =
  /(^|[^a-z])(id|ids|code|phone|fax|mobile|year|founded|zip|postcode|postal|sic|naics|duns|date|row|rank|index|latitude|longitude|fips|statefp|countyfp|tax|vat|house|street)([^a-z]|$)/i;

/** Whether a heading may stand over a measure. */
export const mayMeasure = (heading: string): boolean =>
  heading.trim() !== '' && !NO_MEASURE.test(heading.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '));

/** Whether a heading speaks of what an account may buy in a year. */
export const isPotential = (heading: string): boolean =>
  /potential|white ?space|\btam\b|spend|\barr\b|\bacv\b|\btcv\b|pipeline|bookings|revenue|sales|opportunit|amount|value/i.test(
    heading.replaceAll('_', ' '),
  );

/** Whether a heading speaks of the hours an account takes; a count of visits or calls becomes hours by a formula alone. */
export const isWorkload = (heading: string): boolean =>
  /work ?load|hours|effort/i.test(heading.replaceAll('_', ' '));
