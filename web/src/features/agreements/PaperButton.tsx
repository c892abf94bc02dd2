import { FilePdfOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { fetchAgreement } from '../../api/papers'

interface Props {
  kind: 'mandates' | 'agreements'
  id: string
  /** One of the signed editions; the latest without it. */
  edition?: number
}

/** The agreement on paper as it was signed: a PDF with its number and a code to check a copy by. */
export function PaperButton({ kind, id, edition }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fetch = useMutation({
    mutationFn: () => fetchAgreement(kind, id, edition),
    onError: (error) => void message.error(error.message),
  })
  return (
    <Button
      icon={<FilePdfOutlined aria-hidden />}
      size={edition ? 'small' : 'middle'}
      loading={fetch.isPending}
      onClick={() => fetch.mutate()}
    >
      {edition ? t('documents.paperOf', { n: edition }) : t('documents.paper')}
    </Button>
  )
}
