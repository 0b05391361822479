import HTTPSupport
import Workflow

/// Forms, each at its address by GET and POST: `/organizations/new`, and below `/organizations/{number}` all others.
///
/// | Path                       | Use case                |
/// |----------------------------|-------------------------|
/// | `/organizations/new`       | `CreateOrganization`    |
/// | `/edit`                    | `EditOrganization`      |
/// | `/legal-status/new`        | `RecordLegalStatus`     |
/// | `/case/new`                | `OpenCase`              |
/// | `/case/steps/new`          | `AdvanceCase`           |
/// | `/mentors/new`             | `AssignMentor`          |
/// | `/elements/leadership/new` | `RecordLeadershipPost`  |
/// | `/elements/charters/new`   | `RecordCharter`         |
/// | `/elements/bodies/new`     | `RecordGovernanceBody`  |
/// | `/elements/meetings/new`   | `RecordMeeting`         |
/// | `/elements/controls/new`   | `RecordMoneyControls`   |
/// | `/elements/boundaries/new` | `RecordServiceBoundary` |
/// | `/accounts/new`            | `RecordAccounts`        |
/// | `/activities/new`          | `RecordActivity`        |
/// | `/reports/new`             | `RecordReport`          |
struct OrganizationFormPages: PageSet {
    let registry: Registry

    func add(to routes: PermittedRoutes) {
        routes.form(NewOrganizationForm.self, registry)
        routes.form(EditOrganizationForm.self, registry)
        routes.form(LegalStatusForm.self, registry)
        routes.form(OpenCaseForm.self, registry)
        routes.form(CaseStepForm.self, registry)
        routes.form(MentorForm.self, registry)
        routes.form(LeadershipForm.self, registry)
        routes.form(CharterForm.self, registry)
        routes.form(BodyForm.self, registry)
        routes.form(MeetingForm.self, registry)
        routes.form(ControlsForm.self, registry)
        routes.form(BoundaryForm.self, registry)
        routes.form(AccountsForm.self, registry)
        routes.form(ActivityForm.self, registry)
        routes.form(ReportForm.self, registry)
    }
}
