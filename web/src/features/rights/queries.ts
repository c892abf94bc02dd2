import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { rights } from '../../api/rights'

export const useStanding = () => useQuery({ queryKey: ['rights'], queryFn: rights.standing })

/** Something one did about one's own data; all that is shown of them is read again. */
export function useAct<Input, Output>(
  act: (input: Input) => Promise<Output>,
  onDone?: (output: Output) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (output) => {
      await queries.invalidateQueries({ queryKey: ['rights'] })
      onDone?.(output)
    },
  })
}
