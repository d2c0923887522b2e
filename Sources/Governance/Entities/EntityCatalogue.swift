/// Every kind of entity by the category of its streams.
package enum EntityCatalogue {
  /// In the order of the module's page; a new entity is added here and nowhere else.
  package static let kinds: [any Entity.Type] = [
    Network.self,
    Member.self,
    Application.self,
    Person.self,
    Seat.self,
    Board.self,
    Meeting.self,
    SeriesCounter.self,
    Deliberation.self,
    Agenda.self,
    Referral.self,
    Floor.self,
    Invitation.self,
    Minutes.self,
    Procedure.self,
    Motion.self,
    Election.self,
    Programme.self,
    Assignment.self,
    Subgroup.self,
    Output.self,
    PublicKey.self,
    Parameter.self,
    Register.self,
    Waiver.self,
    Proxy.self,
    Approval.self,
    Role.self,
    Census.self,
    Letter.self,
  ]

  private static let byCategory = Dictionary(
    uniqueKeysWithValues: kinds.map { ($0.category, $0) })

  package static func kind(of category: String) -> (any Entity.Type)? { byCategory[category] }
}
