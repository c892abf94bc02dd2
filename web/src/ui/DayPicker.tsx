import { DatePicker, type DatePickerProps } from 'antd'
import type { Dayjs } from 'dayjs'
import { useLayoutEffect, useRef } from 'react'

/**
 * A day. antd's picker looks for itself when it hears that the focus is lost, and fails where it has been taken away with
 * the focus in it; so it lets the focus go first.
 */
export function DayPicker(props: DatePickerProps<Dayjs, false>) {
  const picker = useRef<{ nativeElement: HTMLElement } | null>(null)
  useLayoutEffect(() => {
    const element = picker.current?.nativeElement
    return () => {
      const focused = document.activeElement
      if (focused instanceof HTMLElement && element?.contains(focused)) focused.blur()
    }
  }, [])
  return (
    <DatePicker
      {...props}
      ref={(it) => {
        picker.current = it
      }}
    />
  )
}
