import { sharedFile } from '../../support/shared';

const paths = ['sales_pipeline.csv', 'sales_teams.csv', 'products.csv'].map((name) =>
  sharedFile(`data/crm/maven/${name}`),
);

/** Maven's CRM export: deals, sellers, products. Empty where it is absent. */
export const MAVEN = paths.every((path) => path !== undefined) ? paths : [];

export const MAVEN_ABSENT = 'skipped: ../shared/data/crm/maven is absent';

/** What the Data room finds in all of it. */
export const MAVEN_FOUND = '4,238 of 6,711 closed deals were won by 30 sellers';
