import { type ComponentType, lazy, Suspense } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Frame, Home, Loading } from './Frame'
import { ErrorPage, NotFoundPage } from './failures'

const StaffShell = lazy(() => import('./StaffShell'))

type Module = Promise<{ default: ComponentType }>

function page(path: string, load: () => Module): RouteObject {
  const Page = lazy(load)
  return {
    path,
    errorElement: <ErrorPage />,
    element: (
      <Suspense fallback={<Loading />}>
        <Page />
      </Suspense>
    ),
  }
}

/** Anybody may open these; they carry no antd. */
const open: RouteObject[] = [
  page('login', () => import('../features/session/LoginPage')),
  page('setup', () => import('../features/session/SetupPage')),
  page('catalogue', () => import('../features/catalogue/CataloguePage')),
  page('catalogue/:id', () => import('../features/catalogue/ResourcePage')),
  page('rights', () => import('../features/rights/RightsPage')),
  page('rights/identity', () => import('../features/rights/IdentityPage')),
  page('rights/data', () => import('../features/rights/OwnDataPage')),
  page('rights/uses', () => import('../features/rights/UsesPage')),
  page('rights/authorisations', () => import('../features/rights/AuthorisationsPage')),
  page('rights/complaint', () => import('../features/rights/ComplaintPage')),
  page('rights/requests/:id', () => import('../features/rights/RequestPage')),
  page('measures', () => import('../features/compliance/MeasuresPage')),
  page('disclosures', () => import('../features/disclosure/DisclosuresPage')),
  page('disclosures/:id', () => import('../features/disclosure/DisclosurePage')),
  page('partner-rules', () => import('../features/partners/PartnerRulesPage')),
  page('product-catalogue', () => import('../features/pricing/OffersPage')),
  page('verify', () => import('../features/documents/VerifyPage')),
  page('verify/:code', () => import('../features/documents/VerifyPage')),
  page('notices', () => import('../features/selection/NoticesPage')),
  page('notices/:id', () => import('../features/selection/NoticePage')),
]

/** These need a session, and load antd once, with the shell. */
const closed: RouteObject[] = [
  page('me', () => import('../features/session/AccountPage')),
  page('incidents', () => import('../features/incidents/IncidentsPage')),
  page('incidents/:id', () => import('../features/incidents/IncidentPage')),
  page('search', () => import('../features/search/SearchPage')),
  page('demands', () => import('../features/demands/DemandsPage')),
  page('demands/:id', () => import('../features/demands/DemandPage')),
  page('catalogue-objections', () => import('../features/demands/ObjectionsPage')),
  page('catalogue-objections/:id', () => import('../features/demands/ObjectionPage')),
  page('scenario-opinions/:id', () => import('../features/opinions/OpinionPage')),
  page('city-requests', () => import('../features/coordination/CityRequestsPage')),
  page('city-requests/:id', () => import('../features/coordination/CityRequestPage')),
  page('messages', () => import('../features/messages/MessagesPage')),
  page('tasks', () => import('../features/procedures/TasksPage')),
  page('cases', () => import('../features/procedures/CasesPage')),
  page('cases/:id', () => import('./CaseRoute')),
  page('procedures', () => import('../features/procedures/ProcedurePage')),
  page('procedures/:kind', () => import('../features/procedures/ProcedurePage')),
  page('calendar', () => import('../features/calendar/CalendarPage')),
  page('applications/new', () => import('../features/authorisation/NewApplication')),
  page('applications/:id', () => import('../features/authorisation/ApplicationPage')),
  page('agreements', () => import('../features/agreements/AgreementsPage')),
  page('agreements/:id', () => import('../features/agreements/AgreementPage')),
  page('mandates', () => import('../features/agreements/MandatesPage')),
  page('mandates/:id', () => import('../features/agreements/MandatePage')),
  page('closings/:id', () => import('../features/agreements/ClosingPage')),
  page('partners', () => import('../features/partners/PartnersPage')),
  page('partners/:id', () => import('../features/partners/PartnerPage')),
  page('resources', () => import('../features/intake/ResourcesPage')),
  page('resources/:id', () => import('../features/intake/ResourcePage')),
  page('loads/:id', () => import('../features/intake/LoadPage')),
  page('catalogue-batches', () => import('../features/catalogue/BatchesPage')),
  page('workspaces', () => import('../features/workspace/WorkspacesPage')),
  page('workspaces/:id', () => import('../features/workspace/WorkbenchPage')),
  page('workspaces/:id/own', () => import('../features/workspace/OwnTablesPage')),
  page('releases', () => import('../features/workspace/ReleasesPage')),
  page('releases/:id', () => import('../features/workspace/ReleasePage')),
  page('traces', () => import('../features/workspace/TracesPage')),
  page('supervision', () => import('../features/supervision/WallPage')),
  page('duties', () => import('../features/supervision/DutiesPage')),
  page('duties/:id', () => import('../features/supervision/DutyPage')),
  page('rectifications', () => import('../features/enforcement/RectificationsPage')),
  page('rectifications/:id', () => import('../features/enforcement/RectificationPage')),
  page('credit-records', () => import('../features/enforcement/CreditPage')),
  page('rules', () => import('../features/register/RegisterPage')),
  page('duty-rules', () => import('../features/supervision/RulesPage')),
  page('evidence', () => import('../features/evidence/EvidencePage')),
  page('evidence/:id', () => import('../features/evidence/EntryPage')),
  page('uses', () => import('../features/rights/DepartmentUsesPage')),
  page('selections', () => import('../features/selection/SelectionsPage')),
  page('selections/:id', () => import('../features/selection/SelectionPage')),
  page('selections/:id/apply', () => import('../features/selection/ApplyPage')),
  page('candidacies/:id', () => import('../features/selection/CandidacyPage')),
  page('interests', () => import('../features/selection/InterestsPage')),
  page('products', () => import('../features/products/ProductsPage')),
  page('products/:id', () => import('../features/products/ProductPage')),
  page('filings', () => import('../features/filings/FilingsPage')),
  page('listings', () => import('../features/listing/ListingsPage')),
  page('listings/:id', () => import('../features/listing/ListingPage')),
  page('oversight', () => import('../features/oversight/OversightPage')),
  page('oversight/:id', () => import('../features/oversight/OversightCasePage')),
  page('outside', () => import('../features/outside/OutsidePage')),
  page('pricing', () => import('../features/pricing/PricingPage')),
  page('income', () => import('../features/pricing/IncomePage')),
  page('quality', () => import('../features/quality/QualityPage')),
  page('quality/:id', () => import('../features/quality/TicketPage')),
  page('leaks', () => import('../features/quality/LeaksPage')),
  page('leaks/:id', () => import('../features/quality/LeakPage')),
  page('people', () => import('../features/parties/PeoplePage')),
]

export const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <ErrorPage />,
    children: [
      { index: true, element: <Home /> },
      ...open,
      {
        errorElement: <ErrorPage />,
        element: (
          <Suspense fallback={<Loading />}>
            <StaffShell />
          </Suspense>
        ),
        children: closed,
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
])
