import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import type { DeletionEffect } from "../../memberships/types"
import { api } from "../../platform/api"
import type { AgeingOut, Member, MemberBody, MemberRow } from "../types"
import { useInvalidatePeople } from "./invalidate"
import { ageingOutKeys, memberKeys } from "./keys"

const PATH = "/admin/members"
const DELETIONS = "membership_member_deletions"

/** What a list shows. A date of birth is not asked for (PEOPLE-6). */
const ROW = [
  ...[
    "id",
    "first_name",
    "last_name",
    "email",
    "phone",
    "photo_url",
    "customer_id",
    "household.id",
    "household.name",
  ],
  ...[
    "seats_held.id",
    "seats_held.held_until",
    "seats_held.seat.membership.id",
    "seats_held.seat.membership.status",
  ],
  "seats_held.seat.membership.plan.name",
].join(",")

const ONE = [
  ...["id", "first_name", "last_name", "email", "phone", "photo_url", "notes", "customer_id", "is_guardian"],
  ...[
    "household.id",
    "household.name",
    "customer.id",
    "customer.email",
    "customer.first_name",
    "customer.last_name",
  ],
  ...[
    "proofs.id",
    "proofs.classification_id",
    "proofs.classification.name",
    "proofs.note",
    "proofs.expires_on",
  ],
].join(",")

export interface MemberListQuery {
  limit: number
  offset: number
  q?: string
  is_customer?: string
}

interface MemberPage {
  members: MemberRow[]
  count: number
}

export const useMembers = (query: MemberListQuery) =>
  useQuery({
    queryKey: memberKeys.list(query),
    queryFn: async () => api.get<MemberPage>(PATH, { ...query, fields: ROW }),
    placeholderData: keepPreviousData,
  })

export const useMember = (id: string) =>
  useQuery({
    queryKey: memberKeys.detail(id),
    queryFn: async () => (await api.get<{ member: Member }>(`${PATH}/${id}`, { fields: ONE })).member,
  })

interface BirthAnswer {
  member: { date_of_birth: string | null }
}

/** Only where somebody asks to see or to change it; not kept longer than it is shown (PEOPLE-6). */
export const useDateOfBirth = (id: string, isWanted = true) =>
  useQuery({
    queryKey: memberKeys.detail(id, "date_of_birth"),
    queryFn: async () => {
      return (await api.get<BirthAnswer>(`${PATH}/${id}`, { fields: "id,date_of_birth" })).member
        .date_of_birth
    },
    enabled: isWanted,
    gcTime: 0,
    staleTime: 0,
  })

export function useAgeingOut(query: { days: number; limit: number; offset: number }) {
  return useQuery({
    queryKey: ageingOutKeys.list(query),
    queryFn: async () =>
      api.get<{ members_ageing_out: AgeingOut[]; count: number }>("/admin/members-ageing-out", query),
    placeholderData: keepPreviousData,
  })
}

interface Created {
  member: { id: string }
}

export function useCreateMember() {
  return useMutation({
    mutationFn: async (body: Partial<MemberBody> & { household_id?: string | null }) =>
      (await api.post<Created>(PATH, body, { fields: "id" })).member,
    onSuccess: useInvalidatePeople(),
  })
}

export function useUpdateMember(id: string) {
  return useMutation({
    mutationFn: async (body: Partial<MemberBody>) => api.post(`${PATH}/${id}`, body, { fields: "id" }),
    onSuccess: useInvalidatePeople(),
  })
}

export interface Placement {
  member_id: string
  /** null: lives in none. */
  household_id: string | null
  move?: boolean
}

export function usePlaceMember() {
  return useMutation({
    mutationFn: async ({ member_id, ...body }: Placement) =>
      api.post(`${PATH}/${member_id}`, body, { fields: "id" }),
    onSuccess: useInvalidatePeople(),
  })
}

/** What deleting a member would do; asked anew each time. */
export const useMemberDeletion = (id: string) =>
  useQuery({
    queryKey: [DELETIONS, id],
    queryFn: async () => {
      const answer = await api.delete<{ preview: { effects: DeletionEffect[] } }>(
        `${PATH}/${id}?preview=true`
      )
      return answer.preview.effects
    },
    retry: false,
    gcTime: 0,
  })

export function useDeleteMember(id: string) {
  return useMutation({
    mutationFn: async () => api.delete(`${PATH}/${id}`),
    onSuccess: useInvalidatePeople("none"),
  })
}

export interface ProofBody {
  classification_id: string
  note: string | null
  expires_on: string | null
}

export function useAddProof(member_id: string) {
  return useMutation({
    mutationFn: async (body: ProofBody) => api.post(`${PATH}/${member_id}/proofs`, body),
    onSuccess: useInvalidatePeople(),
  })
}

export function useRemoveProof(member_id: string) {
  return useMutation({
    mutationFn: async (id: string) => api.delete(`${PATH}/${member_id}/proofs/${id}`),
    onSuccess: useInvalidatePeople(),
  })
}
