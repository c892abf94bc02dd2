const HERE = 'https://here.invalid'

/**
 * Where to go after signing in: a path of ours, or the first page. A browser leaves out tabs and line ends and takes
 * a backslash for a slash, so that only its own parser can tell whether an address leads elsewhere.
 */
export function placeOfOurs(wish: string): string {
  const place = wish.startsWith('/') ? parsed(wish) : null
  if (!place || place.origin !== HERE || place.pathname.startsWith('//')) return '/'
  return place.pathname + place.search + place.hash
}

function parsed(wish: string): URL | null {
  try {
    return new URL(wish, HERE)
  } catch {
    // No address at all.
    return null
  }
}
