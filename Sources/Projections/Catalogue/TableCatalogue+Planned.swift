import Governance

extension TableCatalogue {
  /// The views of this program; a new view is added here and nowhere else.
  static let planned: [any StreamRendering] = [
    NetworkRenderer(),
    PlannedRenderer(Member.category, Member.fold, [MemberView.definition]) {
      StreamRenderer<Member>([MemberView.self])
    },
    PlannedRenderer(
      Meeting.category, Meeting.fold,
      [
        MeetingView.definition, AttendanceView.definition, MeetingPublicationView.definition,
        GuestView.definition,
      ]
    ) {
      StreamRenderer<Meeting>([
        MeetingView.self, AttendanceView.self, MeetingPublicationView.self, GuestView.self,
      ])
    },
    PlannedRenderer(Application.category, Application.fold, [ApplicationView.definition]) {
      StreamRenderer<Application>([ApplicationView.self])
    },
    PlannedRenderer(Person.category, Person.fold, [PersonView.definition]) {
      StreamRenderer<Person>([PersonView.self])
    },
    PlannedRenderer(Seat.category, Seat.fold, [SeatView.definition, AlternateView.definition]) {
      StreamRenderer<Seat>([SeatView.self, AlternateView.self])
    },
    PlannedRenderer(Board.category, Board.fold, [BoardView.definition]) {
      StreamRenderer<Board>([BoardView.self])
    },
    PlannedRenderer(Deliberation.category, Deliberation.fold, [DeliberationView.definition]) {
      StreamRenderer<Deliberation>([DeliberationView.self])
    },
    PlannedRenderer(Agenda.category, Agenda.fold, [AgendaView.definition]) {
      StreamRenderer<Agenda>([AgendaView.self])
    },
    PlannedRenderer(Referral.category, Referral.fold, [ReferralView.definition]) {
      StreamRenderer<Referral>([ReferralView.self])
    },
    PlannedRenderer(Floor.category, Floor.fold, [SpeakerView.definition]) {
      StreamRenderer<Floor>([SpeakerView.self])
    },
    PlannedRenderer(Invitation.category, Invitation.fold, [InvitationView.definition]) {
      StreamRenderer<Invitation>([InvitationView.self])
    },
    PlannedRenderer(Minutes.category, Minutes.fold, [MinutesView.definition]) {
      StreamRenderer<Minutes>([MinutesView.self])
    },
    PlannedRenderer(Procedure.category, Procedure.fold, [ProcedureView.definition]) {
      StreamRenderer<Procedure>([ProcedureView.self])
    },
    PlannedRenderer(
      Motion.category, Motion.fold, [MotionView.definition, AmendmentView.definition]
    ) {
      StreamRenderer<Motion>([MotionView.self, AmendmentView.self])
    },
    PlannedRenderer(
      Election.category, Election.fold, [ElectionView.definition, CandidateView.definition]
    ) {
      StreamRenderer<Election>([ElectionView.self, CandidateView.self])
    },
    PlannedRenderer(
      Programme.category, Programme.fold,
      [
        ProgrammeView.definition, ActionView.definition, ObjectiveView.definition,
        DeliverableView.definition,
      ]
    ) {
      StreamRenderer<Programme>([
        ProgrammeView.self, ActionView.self, ObjectiveView.self, DeliverableView.self,
      ])
    },
    PlannedRenderer(Assignment.category, Assignment.fold, [AssignmentView.definition]) {
      StreamRenderer<Assignment>([AssignmentView.self])
    },
    PlannedRenderer(Subgroup.category, Subgroup.fold, [SubgroupView.definition]) {
      StreamRenderer<Subgroup>([SubgroupView.self])
    },
    PlannedRenderer(Output.category, Output.fold, [OutputPublicationView.definition]) {
      StreamRenderer<Output>([OutputPublicationView.self])
    },
    PlannedRenderer(SeriesCounter.category, SeriesCounter.fold, [NumberView.definition]) {
      StreamRenderer<SeriesCounter>([NumberView.self])
    },
    PlannedRenderer(PublicKey.category, PublicKey.fold, [PublicKeyView.definition]) {
      StreamRenderer<PublicKey>([PublicKeyView.self])
    },
    RegisterRenderer(),
    PlannedRenderer(Parameter.category, Parameter.fold, [ParameterView.definition]) {
      StreamRenderer<Parameter>([ParameterView.self])
    },
    PlannedRenderer(Waiver.category, Waiver.fold, [WaiverView.definition]) {
      StreamRenderer<Waiver>([WaiverView.self])
    },
    PlannedRenderer(Proxy.category, Proxy.fold, [ProxyView.definition]) {
      StreamRenderer<Proxy>([ProxyView.self])
    },
    PlannedRenderer(Approval.category, Approval.fold, [ApprovalView.definition]) {
      StreamRenderer<Approval>([ApprovalView.self])
    },
    PlannedRenderer(Role.category, Role.fold, [RoleAssignmentView.definition]) {
      StreamRenderer<Role>([RoleAssignmentView.self])
    },
    PlannedRenderer(Census.category, Census.fold, [CensusView.definition]) {
      StreamRenderer<Census>([CensusView.self])
    },
    PlannedRenderer(Letter.category, Letter.fold, [LetterView.definition]) {
      StreamRenderer<Letter>([LetterView.self])
    },
  ]
}
