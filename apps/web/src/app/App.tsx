import { Component, lazy, type ReactNode, Suspense } from 'react';
import { Alert, Button } from 'antd';
import { Navigate, Route, Routes } from 'react-router';
import { useRights } from '../api/queries';
import { CaseList } from '../cases/CaseList';
import { useProductQuery } from '../product/product';
import { Busy } from '../shared/Busy';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from './language';
import { useSession } from './session';
import { Shell } from './Shell';
import { ReplacePassword, SignIn } from './SignIn';
import { words } from './words';

const CasePage = lazy(() => import('../case/CasePage'));
const FiguresPage = lazy(() => import('../figures/FiguresPage'));
const EntriesPage = lazy(() => import('../figures/EntriesPage'));
const ImportsPage = lazy(() => import('../imports/ImportsPage'));
const FollowUpsPage = lazy(() => import('../follow-ups/FollowUpsPage'));
const ImportPage = lazy(() => import('../imports/ImportPage'));

export function App() {
  const { data: session, error, isPending } = useSession();
  if (isPending) return <Busy />;
  if (!session) return error ? <RefusalNote error={error} /> : <SignIn />;
  if (session.mustChange) return <ReplacePassword />;
  return (
    <Shell session={session}>
      <Mishap>
        <Suspense fallback={<Busy />}>
          <Pages />
        </Suspense>
      </Mishap>
    </Shell>
  );
}

function Pages() {
  const say = useSay();
  const product = useProductQuery();
  const rights = useRights();
  // What is known stays on the screen when asking for it again fails.
  if (!product.data || !rights.data) {
    const error = product.error ?? rights.error;
    return error ? <RefusalNote error={error} /> : <Busy />;
  }
  const { cases, figures, imports, followUps } = rights.data;
  const seesCases = Object.values(cases).some((sight) => sight !== 'none');
  const first = seesCases ? '/cases' : figures ? '/figures' : imports !== 'none' ? '/imports' : undefined;
  if (!first) return <Alert type="info" showIcon title={say(words.noDoor)} />;
  return (
    <Routes>
      <Route index element={<Navigate replace to={first} />} />
      {seesCases && <Route path="cases" element={<CaseList />} />}
      {seesCases && <Route path="cases/:caseId" element={<CasePage />} />}
      {figures && <Route path="figures" element={<FiguresPage />} />}
      {figures && <Route path="figures/:figureId" element={<EntriesPage />} />}
      {imports !== 'none' && <Route path="imports" element={<ImportsPage />} />}
      {imports !== 'none' && <Route path="imports/:importId" element={<ImportPage />} />}
      {followUps && <Route path="follow-ups" element={<FollowUpsPage />} />}
      <Route path="*" element={<Alert type="info" showIcon title={say(words.notHere)} />} />
    </Routes>
  );
}

/** Keeps the shell alive when a view fails, and says so. */
class Mishap extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <MishapNote /> : this.props.children;
  }
}

function MishapNote() {
  const say = useSay();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say(words.unexpected)}
      action={<Button onClick={() => location.reload()}>{say(words.tryAgain)}</Button>}
    />
  );
}
