export type SearchAttributeType = 'Keyword' | 'Int' | 'Datetime' | 'Text';
export type SearchAttributes = Readonly<Record<string, SearchAttributeType>>;

const within = () => AbortSignal.timeout(5_000);

const asked = async (url: string): Promise<unknown> => {
  const response = await fetch(url, { signal: within() });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
};

const posted = async (url: string, body: unknown): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: within(),
  });
  // 409: it was there already, and that is what was wanted.
  if (!response.ok && response.status !== 409) {
    throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  }
};

/** Runs the `temporal operator` command against the server. */
export type Operator = (
  args: readonly string[],
) => Promise<{ readonly ok: boolean; readonly output: string }>;

const missing = async (
  httpUrl: string,
  namespace: string,
  wanted: SearchAttributes,
): Promise<readonly string[]> => {
  const url = `${httpUrl}/api/v1/namespaces/${namespace}/search-attributes`;
  const { customAttributes = {} } = (await asked(url)) as { customAttributes?: Record<string, string> };
  return Object.keys(wanted).filter((name) => !(name in customAttributes));
};

/** Whether the namespace takes requests and knows the search attributes. */
export const namespaceServes = async (
  httpUrl: string,
  namespace: string,
  wanted: SearchAttributes,
): Promise<boolean> => {
  const open = `ExecutionStatus="Running"`;
  await asked(`${httpUrl}/api/v1/namespaces/${namespace}/workflow-count?query=${encodeURIComponent(open)}`);
  return (await missing(httpUrl, namespace, wanted)).length === 0;
};

/** Makes a namespace with its search attributes, unless they are there; it may not take requests at once. */
export const createNamespace = async (
  httpUrl: string,
  namespace: string,
  attributes: SearchAttributes,
  operator: Operator,
): Promise<void> => {
  const workflowExecutionRetentionPeriod = `${30 * 24 * 3600}s`;
  await posted(`${httpUrl}/api/v1/namespaces`, { namespace, workflowExecutionRetentionPeriod });
  const names = await missing(httpUrl, namespace, attributes);
  if (names.length === 0) return;
  const wanted = names.flatMap((name) => ['--name', name, '--type', attributes[name] ?? 'Keyword']);
  const { ok, output } = await operator(['search-attribute', 'create', '--namespace', namespace, ...wanted]);
  if (!ok)
    throw new Error(
      `Temporal did not take the search attributes ${names.join(', ')} in ${namespace}: ${output}`,
    );
};
