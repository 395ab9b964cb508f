import "../words"
import { Container, Text } from "@medusajs/ui"
import { LoadError, Notice } from "../../parts/load-error"
import { LoadingSections } from "../../parts/loading-sections"
import { TwoColumns } from "../../parts/two-columns"
import { type Studio, type StudioLocation, useStudio } from "../../platform/studio"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { ClockNotice } from "../../studio/clock-notice"
import { Banner } from "./banner"
import { CHECK_IN, PersonCard } from "./person-card"
import { PlaceBar } from "./place-bar"
import { useDeskServices } from "./queries"
import { SearchField } from "./search-field"
import { type Desk, useDesk } from "./use-desk"
import { usePlace } from "./use-place"
import { VisitsSection } from "./visits-section"

/** ACCESS-7: the page for the counter. */
export function FrontDesk() {
  const t = useText()
  const studio = useStudio()
  if (studio.data && studio.data.locations.length > 0) return <AtPlace studio={studio.data} />
  if (!studio.data && !studio.error) return <LoadingSections />
  return (
    <Container className="p-0">
      {studio.error ? (
        <LoadError error={studio.error} onRetry={studio.refetch} />
      ) : (
        <Notice title={t("frontDesk.desk.noLocation")} detail={t("frontDesk.desk.noLocationDetail")} />
      )}
    </Container>
  )
}

function AtPlace({ studio }: { studio: Studio }) {
  const t = useText()
  const { place, setLocation, setService } = usePlace(studio)
  const { data: services = [] } = useDeskServices(place.location_id)
  const desk = useDesk(place)
  const onEnter = () => {
    if (desk.words !== "") void desk.search()
    else document.getElementById(CHECK_IN)?.click()
  }
  return (
    <div className="flex flex-col gap-y-3">
      <ClockNotice />
      <div aria-live="assertive" className="empty:-mb-3">
        {desk.isOffline && (
          <Banner kind="warning" title={t("frontDesk.desk.offlineTitle")}>
            <Text size="small">{t("frontDesk.desk.offlineDetail")}</Text>
          </Banner>
        )}
      </div>
      <TwoColumns
        main={
          <>
            <Container className="flex flex-col gap-y-4 px-6 py-4">
              <PlaceBar
                {...{ place, services }}
                locations={defaultFirst(studio.locations)}
                onLocation={setLocation}
                onService={setService}
                onClosed={desk.focus}
              />
              <SearchField
                field={desk.field}
                text={desk.text}
                members={desk.members}
                onText={desk.type}
                onChoose={desk.choose}
                onEnter={onEnter}
                onEscape={desk.clear}
              />
            </Container>
            <div aria-live="polite" className="flex flex-col gap-y-3 empty:hidden">
              <Answer desk={desk} />
            </div>
            {desk.chosen && <PersonCard key={desk.chosen.id} member={desk.chosen} {...{ desk, place }} />}
          </>
        }
        side={
          <VisitsSection today={desk.today} {...{ place }} isOffline={desk.isOffline} onDone={desk.focus} />
        }
      />
    </div>
  )
}

const defaultFirst = (locations: readonly StudioLocation[]) =>
  [...locations].sort((a, b) => Number(b.is_default) - Number(a.is_default))

/** What there is to say while nobody is looked at. */
function Answer({ desk: { words, chosen, members, said, fault, found } }: { desk: Desk }) {
  const t = useText()
  if (fault) return <Banner kind="bad" title={fault} />
  if (said) return <Banner kind="good" title={said.title} />
  if (chosen) return null
  if (words === "")
    return <Hint title={t("frontDesk.desk.emptyTitle")} detail={t("frontDesk.desk.emptyDetail")} />
  if (found.error && !found.isFetching) return <FoundError error={found.error} />
  if (members === null) return <Hint title={t("frontDesk.desk.searching")} />
  if (members.length === 0)
    return <Hint title={t("frontDesk.desk.nobody")} detail={t("frontDesk.desk.nobodyDetail")} />
  return <span className="sr-only">{t("frontDesk.desk.found", { count: members.length })}</span>
}

function FoundError({ error }: { error: Error }) {
  return <Banner kind="bad" title={useErrorText()(error)} />
}

function Hint({ title, detail }: { title: string; detail?: string }) {
  return (
    <Container className="flex flex-col items-center gap-y-1 px-6 py-10 text-center">
      <Text weight="plus">{title}</Text>
      {detail && (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {detail}
        </Text>
      )}
    </Container>
  )
}
