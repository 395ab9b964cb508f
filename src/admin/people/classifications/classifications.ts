import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"
import { studioKeys, type StudioClassification } from "../../platform/studio"
import { useInvalidatePeople } from "../queries/invalidate"

const PATH = "/admin/membership-classifications"
const classificationKeys = keysOf("membership_classifications")

export type ClassificationBody = Omit<StudioClassification, "id">

interface ClassificationQuery {
  limit: number
  offset: number
  q: string | undefined
}

interface ClassificationPage {
  membership_classifications: StudioClassification[]
  count: number
}

interface ClassificationAnswer {
  membership_classification: StudioClassification
}

export const useClassifications = (query: ClassificationQuery) =>
  useQuery({
    queryKey: classificationKeys.list(query),
    queryFn: async () => api.get<ClassificationPage>(PATH, { ...query, order: "name" }),
    placeholderData: keepPreviousData,
  })

export const useClassification = (id: string) =>
  useQuery({
    queryKey: classificationKeys.detail(id),
    queryFn: async () => (await api.get<ClassificationAnswer>(`${PATH}/${id}`)).membership_classification,
  })

/** Its name and limits stand in charts, and decide which seats a member qualifies for. */
function useForget() {
  const client = useQueryClient()
  const forgetPeople = useInvalidatePeople()
  return async () =>
    Promise.all([
      client.invalidateQueries({ queryKey: classificationKeys.lists }),
      client.invalidateQueries({ queryKey: studioKeys.all }),
      forgetPeople(),
    ])
}

export function useCreateClassification() {
  const forget = useForget()
  return useMutation({
    mutationFn: async (body: ClassificationBody) =>
      (await api.post<ClassificationAnswer>(PATH, body)).membership_classification,
    onSuccess: forget,
  })
}

export function useUpdateClassification(id: string) {
  const client = useQueryClient()
  const forget = useForget()
  return useMutation({
    mutationFn: async (body: Partial<ClassificationBody>) =>
      (await api.post<ClassificationAnswer>(`${PATH}/${id}`, body)).membership_classification,
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: classificationKeys.detail(id) }), forget()])
    },
  })
}

export function useDeleteClassification() {
  const forget = useForget()
  return useMutation({
    mutationFn: async (id: string) => api.delete(`${PATH}/${id}`),
    onSuccess: forget,
  })
}
