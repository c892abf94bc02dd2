import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { session } from '../../api/calls'
import type { DemonstrationAccount } from '../../api/types'
import type { Credentials } from './LoginPage'

/**
 * One card per demonstration account. A click fetches that account's password and one-time code
 * and signs in by the same call as the form.
 */
export function DemonstrationCards({ onSignIn }: { onSignIn: (form: Credentials) => void }) {
  const { t } = useTranslation()
  const accounts = useQuery({
    queryKey: ['demonstration', 'accounts'],
    queryFn: session.demonstrationAccounts,
    throwOnError: false,
  }).data
  const enter = useMutation({
    mutationFn: async (username: string) => {
      const { password, code } = await session.demonstrationCredentials(username)
      return { username, password, code: code ?? undefined }
    },
    onSuccess: onSignIn,
  })
  if (!accounts?.length) return null
  const first = firstOfEachRole(accounts)
  const others = accounts.filter((account) => !first.includes(account))
  const card = (account: DemonstrationAccount) => (
    <button
      key={account.username}
      type="button"
      data-username={account.username}
      disabled={enter.isPending}
      onClick={() => enter.mutate(account.username)}
    >
      <b>{t(`common.role.${account.role}`)}</b>
      <small>
        {account.organisation.startsWith(account.name) || (
          <>
            {account.name}
            <br />
          </>
        )}
        {account.organisation}
      </small>
    </button>
  )
  return (
    <section className="login-demo" aria-labelledby="demonstration-accounts">
      <span id="demonstration-accounts">{t('session.demonstration')}</span>
      <div>{first.map(card)}</div>
      {others.length > 0 && (
        <details>
          <summary>{t('session.moreAccounts', { n: others.length })}</summary>
          <div>{others.map(card)}</div>
        </details>
      )}
    </section>
  )
}

/** The server names first who acts first in the story. */
const firstOfEachRole = (accounts: DemonstrationAccount[]) =>
  accounts.filter(
    (account, index) => accounts.findIndex((it) => it.role === account.role) === index,
  )
