/**
 * Staying one person where a browser forgets, and at another of the laptop's addresses: browsers
 * keep what they know by address, so that a phone would be somebody new there.
 */
const PROBE_WITHIN_MS = 2_000;
const AGAIN_AFTER_MS = 30_000;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

export function createCarrying({ ui, bootstrap, storage, people }) {
  let triedAt = -AGAIN_AFTER_MS;
  let asked = false;

  /** The address to go over to, or null: never from or to the laptop itself, never the shared tablet. */
  function elsewhere(address) {
    if (!address || bootstrap.kiosk) return null;
    const there = new URL(address);
    const own = [there.hostname, location.hostname].some((host) => LOOPBACK.includes(host));
    return own || there.host === location.host ? null : address;
  }

  /** Keep the address of a browser that forgets: loaded anew, it is the same person's again. */
  function keepInAddress(code) {
    if (code && location.pathname !== `/c/${code}`) history.replaceState(null, "", `/c/${code}`);
  }

  async function moveTo(address) {
    const tokens = people.list.map(({ token }) => token).filter(Boolean);
    if (!(await isReachable(address))) return;
    const answer = await ui.inquire("move_code", { tokens });
    if (answer?.ok && isIdle()) location.replace(`${address}c/${answer.code}`);
  }

  const isIdle = () => ui.waitingCount === 0 && !storage.holds("draft.");

  return {
    /** Take up the people whom the page's code leads here; they come before who was here already. */
    adopt() {
      const { carried } = bootstrap;
      if (!carried) return;
      if (carried.length === 0) ui.state = { ...ui.state, codeUnknown: true };
      else people.takeOver(carried);
      if (storage.remembers) history.replaceState(null, "", "/");
    },

    /** Somebody new belongs to the address that all have: null, or a promise of whether they go there. */
    bringNewcomer() {
      const address = people.acting.token ? null : elsewhere(bootstrap.address);
      if (!address || !bootstrap.addresses.includes(address)) return null;
      return isReachable(address).then((reached) => {
        if (reached) location.replace(address + location.pathname.slice(1));
        return reached;
      });
    },

    /** After each view: a code where the browser forgets, another address where facilitators chose one. */
    onView(view) {
      if (!storage.remembers && !bootstrap.kiosk && people.acting === people.list[0]) {
        if (!view.me.carry_code && !asked) ui.act("make_carry_code");
        asked = true;
        keepInAddress(view.me.carry_code);
      }
      const address = elsewhere(view.address);
      if (!address || !storage.remembers || !isIdle() || performance.now() - triedAt < AGAIN_AFTER_MS) return;
      triedAt = performance.now();
      if (bootstrap.addresses.includes(address)) moveTo(address);
      else if (storage.get("reloaded_for") !== address) {
        storage.set("reloaded_for", address); // the page may ask only the addresses it came with
        location.reload();
      }
    },
  };
}

/** Whether the laptop answers at an address from here. */
async function isReachable(address) {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), PROBE_WITHIN_MS);
  try {
    await fetch(`${address}health`, { mode: "no-cors", cache: "no-store", signal: abort.signal });
    return true;
  } catch {
    return false;
  }
}
