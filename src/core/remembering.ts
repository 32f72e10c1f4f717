/**
 * Makes of a function one that works out each answer once. Law: the answer is that of the function, which depends on its
 * key alone; and no more than so many are held: then all are forgotten, and it begins anew.
 */
export function remembering<Key, Answer>(most: number, workOut: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, { readonly answer: Answer }>();
  return (key) => {
    const kept = known.get(key);
    if (kept) return kept.answer;
    const answer = workOut(key);
    if (known.size >= most) known.clear();
    known.set(key, { answer });
    return answer;
  };
}
