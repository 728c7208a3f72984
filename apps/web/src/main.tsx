import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ApiProblem } from './api/client';
import { App } from './app/App';
import { currentLanguage, keepLanguage, type Language, LanguageContext } from './app/language';
import { theme } from './app/theme';
import './app/page.css';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; what cannot be reached or is restarting is asked again.
      retry: (failures, error) => failures < 4 && !(error instanceof ApiProblem && error.problem.status !== 503),
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
    },
  },
});

const locales = { zh: { antd: zhCN, dayjs: 'zh-cn', html: 'zh-CN' }, en: { antd: enUS, dayjs: 'en', html: 'en' } };

function Root() {
  const [language, setLanguage] = useState<Language>(currentLanguage());
  const locale = locales[language];
  useEffect(() => {
    document.documentElement.lang = locale.html;
    dayjs.locale(locale.dayjs);
  }, [locale]);
  const context = useMemo(
    () => ({
      language,
      switchTo: (next: Language) => {
        keepLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={context}>
      <ConfigProvider locale={locale.antd} theme={theme} button={{ autoInsertSpace: false }}>
        <QueryClientProvider client={client}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </QueryClientProvider>
      </ConfigProvider>
    </LanguageContext>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
