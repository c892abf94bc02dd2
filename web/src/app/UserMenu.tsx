import { useMutation } from '@tanstack/react-query'
import { App, Avatar, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { session } from '../api/calls'
import { useEnter, useSession, useUser } from '../api/session'
import type { Post } from '../api/types'
import { forgetDrafts } from '../ui/useDraft'

export function UserMenu({ brief }: { brief: boolean }) {
  const { t } = useTranslation()
  const user = useUser()
  const navigate = useNavigate()
  const take = usePostSwitch()
  const leave = useLeave()
  const posts = user.roles.filter(
    (post) => post.role !== user.role || post.organisation.id !== user.organisation.id,
  )
  const items: MenuProps['items'] = [
    { key: 'me', label: t('session.account'), onClick: () => void navigate('/me') },
    ...posts.map((post, index) => ({
      key: `post-${index}`,
      label: t('session.actAs', {
        organisation: post.organisation.name,
        role: t(`common.role.${post.role}`),
      }),
      onClick: () => take(post),
    })),
    { type: 'divider' },
    { key: 'out', label: t('session.signOut'), onClick: leave },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button className="me" type="button" aria-label={brief ? user.name : undefined}>
        <Avatar size={30} className="me-face">
          {user.name.slice(0, 1)}
        </Avatar>
        {!brief && (
          <span>
            <b>{user.name}</b>
            <small>
              {user.organisation.name} {t(`common.role.${user.role}`)}
            </small>
          </span>
        )}
      </button>
    </Dropdown>
  )
}

function usePostSwitch() {
  const enter = useEnter()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const change = useMutation({
    mutationFn: (post: Post) => session.switchTo(post.organisation.id, post.role),
    onSuccess: (next) => {
      enter(next)
      void navigate('/')
    },
    onError: (error) => void message.error(error.message),
  })
  return change.mutate
}

function useLeave() {
  const enter = useEnter()
  const { installation } = useSession()
  const user = useUser()
  const navigate = useNavigate()
  return async () => {
    await session.signOut()
    forgetDrafts(user.username)
    await session.read() // brings the token for the next log-in
    await navigate('/login')
    enter({ installation, user: null })
  }
}
