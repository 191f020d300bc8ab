import type { ColumnRole } from '../../model/history';
import { foldHeading } from './folding';

/** For each role the headings seen for it, folded (see `foldHeading`); the earlier one wins where a file has two. */
export type Headings = readonly (readonly [role: ColumnRole, headings: readonly string[]])[];

const words = (text: string) => text.split(' ');

const SELLER = words(
  'ownername opportunityowner dealowner owner ownerfullname opportunityownername salesagent ' +
    'salesrep salesrepname assignedrep repname sellername seller rep accountexecutive ' +
    'salesperson agent assignedto owninguser',
);
const SELLER_ID = words('ownerid repid salesrepid sellerid agentid userid employeeid hubspotownerid');

const QUOTA = words('annualquota annualtarget quota target salesquota salesamountquota');

export const OPPORTUNITY_HEADINGS: Headings = [
  [
    'id',
    words(
      'opportunityid dealid recordid dealpipedrivesystemid donotmodifyopportunity ' +
        'opportunitynumber dealnumber id',
    ),
  ],
  ['name', words('opportunityname dealname dealtitle topic name title')],
  [
    'account',
    words(
      'accountname account potentialcustomer associatedcompany organization dealorganization ' +
        'company companyname customer customername client accountid customerid companyid',
    ),
  ],
  ['seller', SELLER],
  ['sellerId', SELLER_ID],
  ['product', words('productname product productline productfamily')],
  [
    'stage',
    words(
      'dealstatus status stagename stage dealstage opportunitystage salesstage outcome result ' +
        'statecode opportunitystatus dealpipelinestageid dealstagename',
    ),
  ],
  ['isWon', words('iswon won closedwon isclosedwon hsisclosedwon')],
  ['isClosed', words('isclosed hsisclosed')],
  ['isDeleted', words('isdeleted deleted fivetrandeleted')],
  [
    'created',
    words(
      'createddate createdate createdon created createdat creationdate dealcreationdate ' +
        'dealcreated dealcreatedat engagedate opendate openeddate datecreated startdate',
    ),
  ],
  [
    'closed',
    words(
      'actualclosedate closedate closeddate closingdate closedon dateclosed dealwontime ' +
        'deallosttime dealclosedon wontime losttime saledate closedat',
    ),
  ],
  [
    'expectedClose',
    words('expectedclosedate estclosedate estimatedclosedate dealexpectedclosedate expectedclose'),
  ],
  [
    'amount',
    words(
      'actualrevenue amount closevalue dealvalue totalamount finalvalue dealamount ' +
        'contractvalue bookings value estrevenue estimatedrevenue estimatedvalue ' +
        'opportunityamount acv tcv revenue',
    ),
  ],
];

export const SELLER_HEADINGS: Headings = [
  ['seller', [...SELLER, ...words('fullname name user employee employeename')]],
  ['sellerId', [...SELLER_ID, ...words('id')]],
  ['firstName', words('firstname givenname')],
  ['lastName', words('lastname surname familyname')],
  ['manager', words('manager managername salesmanager teamlead reportsto teammanager')],
  [
    'region',
    words('region regionaloffice territoryregion territoryname territory salesregion office area parent'),
  ],
  ['segment', words('segment marketsegment salessegment role')],
  ['hired', words('hiredate hired hiredon datehired dateofhire startdate joined joindate')],
  ['quota', QUOTA],
];

export const PRODUCT_HEADINGS: Headings = [
  ['product', words('productname product productline name item')],
  ['listPrice', words('salesprice listprice unitprice price standardprice')],
];

/** Headings by which a table of companies or contacts gives itself away. */
const COMPANY_HEADINGS = words(
  'industry sector annualrevenue numberofemployees employees billingcity ' + 'customerid contactname',
);

/** Whether a table is one of companies, whatever else its columns are called. */
export const isCompanyTable = (headings: readonly string[]): boolean =>
  headings.some((heading) => COMPANY_HEADINGS.includes(foldHeading(heading)));

const QUARTER_OR_MONTH =
  /^(?:quota|target|salesquota)(?:(q[1-4]|quarter(?:ly)?)|(m(?:onth(?:ly)?)?))\d*$|^(?:(q[1-4]|quarterly)|(monthly))\d*(?:quota|target)$/;

/** How many of its periods make a year, for a heading that is a quota: 4 for `quota_q1_2026`; undefined for others. */
export function quotaPeriods(heading: string): number | undefined {
  const folded = foldHeading(heading);
  if (QUOTA.includes(folded)) return 1;
  if (/^(quota|target)(fy)?\d{2,4}$|^(fy)?\d{2,4}(quota|target)$/.test(folded)) return 1;
  const match = QUARTER_OR_MONTH.exec(folded);
  if (match === null) return undefined;
  return match[1] !== undefined || match[3] !== undefined ? 4 : 12;
}
