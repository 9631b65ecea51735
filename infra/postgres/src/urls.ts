/** The same server, another database. */
export const urlOfDatabase = (adminUrl: string, database: string): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
};

/** The address under which a service works: its role, its schema. */
export const urlOfService = (
  adminUrl: string,
  database: string,
  service: string,
  password: string,
): string => {
  const url = new URL(urlOfDatabase(adminUrl, database));
  url.username = service;
  url.password = encodeURIComponent(password);
  url.searchParams.set('schema', service);
  return url.href;
};
