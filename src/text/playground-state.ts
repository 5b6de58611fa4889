/** What is wrong with a link to the playground. */
export const PLAYGROUND_STATE_TEXTS = {
  'link-too-long': ({ maximum }: { readonly maximum: number }) =>
    `This link is longer than ${maximum} characters, so the page did not read it.`,
  'link-broken': () => 'This link is damaged. Copy it again from where it was made.',
  'link-cut': () => 'The end of this link is missing. Copy all of it.',
  'link-version': ({ version }: { readonly version: string }) =>
    `This link has format ${version}, and this page reads only format 1. Update cors-policy.`,
  'link-fields': ({ fields }: { readonly fields: readonly string[] }) =>
    `Parts of this link could not be read: ${fields.join(', ')}. The rest is shown.`,
  'link-left-out': ({ fields }: { readonly fields: readonly string[] }) =>
    `The link has no room for all of the text, so it lacks ${fields.join(', ')}.`,
}
