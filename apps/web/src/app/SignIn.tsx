import { Button, Form, Input } from 'antd';
import { type ReactNode } from 'react';
import { RefusalNote } from '../shared/RefusalNote';
import { useTitle } from '../shared/useTitle';
import { useSay } from './language';
import { useReplacePassword, useSignIn } from './session';
import { LanguageSwitch } from './Shell';
import { words } from './words';

export function SignIn() {
  const say = useSay();
  const signIn = useSignIn();
  useTitle(words.signIn);
  return (
    <Gate title={say(words.product)}>
      <p className="muted">{say(words.tagline)}</p>
      <Form layout="vertical" requiredMark={false} onFinish={signIn.mutate} disabled={signIn.isPending}>
        <Form.Item
          name="username"
          label={say(words.username)}
          rules={[{ required: true, message: say(words.enterUsername) }]}
        >
          <Input autoComplete="username" autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item
          name="password"
          label={say(words.password)}
          rules={[{ required: true, message: say(words.enterPassword) }]}
        >
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <RefusalNote error={signIn.error} />
        <Button className="gap-top" type="primary" htmlType="submit" block loading={signIn.isPending}>
          {say(words.signIn)}
        </Button>
      </Form>
    </Gate>
  );
}

export function ReplacePassword() {
  const say = useSay();
  const replace = useReplacePassword();
  useTitle(words.replacePassword);
  return (
    <Gate title={say(words.replacePassword)}>
      <p>{say(words.replaceExplained)}</p>
      <Form layout="vertical" requiredMark={false} onFinish={replace.mutate} disabled={replace.isPending}>
        <Form.Item
          name="present"
          label={say(words.presentPassword)}
          rules={[{ required: true, message: say(words.enterPassword) }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={say(words.nextPassword)}
          rules={[{ required: true, min: 12, message: say(words.passwordLength) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <RefusalNote error={replace.error} />
        <Button className="gap-top" type="primary" htmlType="submit" block loading={replace.isPending}>
          {say(words.replacePassword)}
        </Button>
      </Form>
    </Gate>
  );
}

function Gate({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="sign-in">
      <div className="top">
        <h1>{title}</h1>
        <LanguageSwitch />
      </div>
      {children}
    </main>
  );
}
