import { useEffect } from 'react';
import { type Text, useSay } from '../app/language';
import { words } from '../app/words';

/** Names the browser tab, and thereby the page for screen readers. */
export function useTitle(title: Text | string | undefined): void {
  const say = useSay();
  const shown = typeof title === 'string' ? title : say(title);
  const product = say(words.product);
  useEffect(() => {
    document.title = shown ? `${shown} · ${product}` : product;
  }, [shown, product]);
}
