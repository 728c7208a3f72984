import { Alert, Button, Select } from 'antd';
import { type ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { useLive } from '../api/live';
import { type Session, useRights } from '../api/queries';
import icon from '../icon.svg';
import { useProductQuery } from '../product/product';
import { separator } from '../product/values';
import { type Language, useLanguage, useSay } from './language';
import { useSignOut } from './session';
import { words } from './words';

/** What stands around every view: where one can go, who one is, in which language. */
export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  const say = useSay();
  const live = useLive();
  const signOut = useSignOut();
  return (
    <>
      <a className="skip" href="#content">
        {say(words.skip)}
      </a>
      <header className="bar">
        <Link to="/" className="brand">
          <img src={icon} alt="" width={24} height={24} />
          {say(words.product)}
        </Link>
        <Doors />
        <span className="end">
          <LanguageSwitch />
        </span>
        <Who session={session} />
        <Button onClick={() => signOut.mutate()} loading={signOut.isPending}>
          {say(words.signOut)}
        </Button>
      </header>
      {!live && <Alert type="warning" banner title={say(words.offline)} />}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Doors() {
  const say = useSay();
  const { data: rights } = useRights();
  return (
    <nav aria-label={say(words.mainNavigation)}>
      {rights && Object.values(rights.cases).some((sight) => sight !== 'none') && (
        <NavLink to="/cases">{say(words.cases)}</NavLink>
      )}
      {rights?.figures && <NavLink to="/figures">{say(words.figures)}</NavLink>}
      {rights && rights.imports !== 'none' && <NavLink to="/imports">{say(words.imports)}</NavLink>}
      {rights?.followUps && <NavLink to="/follow-ups">{say(words.followUps)}</NavLink>}
    </nav>
  );
}

function Who({ session }: { session: Session }) {
  const say = useSay();
  const { data: product } = useProductQuery();
  const scope = [...session.villages, ...session.grids];
  return (
    <span className="who" data-testid="who">
      <span>
        {session.staffRef} {session.roles.map((role) => say(product?.role(role))).join(say(separator))}
      </span>
      <span className="scope">
        {say(words.scope)}: {scope.length > 0 ? scope.join(say(separator)) : say(words.wholeTownship)}
      </span>
    </span>
  );
}

export function LanguageSwitch() {
  const { language, switchTo } = useLanguage();
  const say = useSay();
  return (
    <Select<Language>
      aria-label={say(words.language)}
      value={language}
      onChange={switchTo}
      options={[
        { value: 'zh', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
      style={{ width: 96 }}
    />
  );
}
