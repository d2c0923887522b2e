/// Every act by its name; the command line, the import and the documentation are made from it.
package enum ActCatalogue {
  /// In the order of the help; a new act is added here and nowhere else.
  package static let commands: [any ActCommand.Type] = [
    FoundNetwork.self,
    AdoptRules.self,
    SetParameter.self,
    AdmitMember.self,
    EditMember.self,
    EndMember.self,
    AddPerson.self,
    EditPerson.self,
    AppointToSeat.self,
    ReplaceInSeat.self,
    ConfirmSeat.self,
    EndSeat.self,
    ComposeBoard.self,
    RotateBoard.self,
    ElectBoard.self,
    CoordinateBoard.self,
    PlanMeeting.self,
    ConveneMeeting.self,
    MoveMeeting.self,
    CancelMeeting.self,
    OpenMeeting.self,
    ArriveAtMeeting.self,
    LeaveMeeting.self,
    CloseMeeting.self,
    RecordDeliberation.self,
    DeferDeliberation.self,
    RegisterEvent.self,
    CorrectEvent.self,
    PublishReport.self,
    DraftProgramme.self,
    AdoptProgramme.self,
    AddAction.self,
    ReportAction.self,
    CloseAction.self,
    AddSubgroup.self,
    CoordinateSubgroup.self,
    ReportSubgroup.self,
    EndSubgroup.self,
    AddKey.self,
    RotateKey.self,
    EndKey.self,
    MakeBackup.self,
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: commands.map { ($0.kind.name, $0) })

  package static func command(named name: String) -> (any ActCommand.Type)? { byName[name] }
}
