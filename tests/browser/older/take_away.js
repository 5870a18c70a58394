(lacking) => {
  const held = (owner) => {
    if (owner === "TypedArray") return Object.getPrototypeOf(Int8Array);
    return window[owner] ?? Intl[owner] ?? (owner in Intl ? Intl[owner] : undefined);
  };
  const remove = (object, name) => {
    const own = object && Object.getOwnPropertyDescriptor(object, name);
    if (own?.configurable) delete object[name];
  };
  for (const [owner, name] of lacking) {
    if (name === null) {
      remove(window, owner);
      continue;
    }
    const one = held(owner);
    remove(one, name);
    remove(one?.prototype, name);
    if (owner === "Window") remove(window, name);
  }
};
