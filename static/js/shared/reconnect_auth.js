/**
 * The `auth` of a connection: with `run` and `since`, where the shown view is this person's, the server
 * sends only what changed since. Not for authors of hidden topics: those come in whole views alone.
 */
export function reconnectAuth(auth, view) {
  const { me } = view ?? {};
  const isSame = view && (!me || (me.token === auth.token && !Object.keys(me.hidden).length));
  return isSame ? { ...auth, run: view.run, since: view.at } : auth;
}
