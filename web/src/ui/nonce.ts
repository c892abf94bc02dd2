/** What the server wrote into the page so that run-time styles pass its content security policy. */
export const nonce =
  document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content || undefined
