package org.mingqu.platform.selection;

import java.util.UUID;
import org.mingqu.platform.parties.Party;

/// The district government has decided for an operator, and the result was published (art. 11).
///
/// @param call the selection
/// @param candidacy the application that was selected
/// @param title of the selection
public record OperatorSelected(UUID call, UUID candidacy, Party operator, String title) {}
