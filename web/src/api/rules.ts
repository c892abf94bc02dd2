import { body, client } from './http'

/** The register of rules: anybody reads it, the authority changes it from a later day on. */
export const register = {
  read: () => body(client.GET('/api/rules', {})),
  change: (name: string, change: { value: number; from: string; reason: string }) =>
    body(client.POST('/api/rules/{name}/changes', { params: { path: { name } }, body: change })),
  simulate: (name: string, change: { value: number; from: string }) =>
    body(client.POST('/api/rules/{name}/simulation', { params: { path: { name } }, body: change })),
}

export const registerQuery = { queryKey: ['rules'], queryFn: register.read }
