import { FileOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { work } from '../../api/calls'
import type { Case } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { bytes, moment } from '../../ui/format'

export function Documents({ file }: { file: Case }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const attach = useMutation({
    mutationFn: (document: File) => work.attach(file.id, document),
    onSuccess: () => {
      void message.success(t('work.documents.added'))
      void queries.invalidateQueries({ queryKey: ['case', file.id] })
    },
    onError: (error) => void message.error(error.message),
  })
  return (
    <>
      {file.documents.length === 0 && <Empty>{t('work.documents.none')}</Empty>}
      <ul className="files">
        {file.documents.map((document) => (
          <li key={document.id}>
            <FileOutlined aria-hidden />
            <div>
              <a href={`/api/documents/${document.id}`} download={document.name}>
                {document.name}
              </a>
              <div className="sub">
                {bytes(document.size)} {document.by} {moment(document.at)}
              </div>
              <div className="sub">
                SM3 <code>{document.sm3.slice(0, 24)}…</code>
              </div>
            </div>
          </li>
        ))}
      </ul>
      {!file.closed && (
        <Upload
          showUploadList={false}
          beforeUpload={(document) => {
            attach.mutate(document)
            return false
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />} loading={attach.isPending}>
            {t('work.documents.add')}
          </Button>
        </Upload>
      )}
    </>
  )
}
