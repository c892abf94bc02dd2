import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { intake } from '../../api/calls'
import type { Load } from '../../api/types'

/** What has failed is discarded too: the enclave still keeps what it had staged. */
const DISCARDABLE: Load['state'][] = ['STAGED', 'FAILED']

/** What may be done with a load: fetching what was returned, and discarding it. */
export function LoadActions({ load }: { load: Load }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const queries = useQueryClient()
  // A ticket opens once: each click asks for its own, and none is kept.
  const rejects = useMutation({
    mutationFn: () => intake.rejects(load.id),
    gcTime: 0,
    onSuccess: ({ url }) => location.assign(url),
    onError: (error) => void message.error(error.message),
  })
  const discard = useMutation({
    mutationFn: () => intake.discard(load.id),
    onSuccess: async () => {
      // The resource was looked at a moment ago and still lists the load as it was.
      await queries.invalidateQueries({ queryKey: ['resource', load.resource] })
      void navigate(`/resources/${load.resource}`)
    },
    onError: (error) => void message.error(error.message),
  })
  return (
    <>
      {load.rejected > 0 && (
        <Button
          icon={<DownloadOutlined aria-hidden />}
          loading={rejects.isPending}
          onClick={() => rejects.mutate()}
        >
          {t('intake.rejects', { n: load.rejected })}
        </Button>
      )}
      {DISCARDABLE.includes(load.state) && (
        <Popconfirm title={t('intake.confirmDiscard')} onConfirm={() => discard.mutate()}>
          <Button danger loading={discard.isPending}>
            {t('intake.discard')}
          </Button>
        </Popconfirm>
      )}
    </>
  )
}
