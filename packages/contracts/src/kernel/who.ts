/** Groups of roles that commands are open to. */
export const secretariat = ['secretariat'] as const;
export const secretariatOrProcess = ['secretariat', 'process'] as const;
export const official = ['secretariat', 'ministry'] as const;
export const anybody = ['citizen', 'member', 'co-chair', 'secretariat', 'ministry'] as const;
