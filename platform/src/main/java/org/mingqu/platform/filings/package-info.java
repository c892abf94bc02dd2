/// Filing and registration as two things (art. 22): the district's filing of a product, with its number, its
/// certificate and its last day; and the record of the national registration of public data resources, of a
/// product or of a resource, with the code that the registration agency gives.
///
/// Its door is [Filings] and [FilingLapsed], by which others are told. A product whose filing has run out is
/// used no more.
@ApplicationModule(
        displayName = "Filing and registration",
        allowedDependencies = {"products", "catalogue"})
@NullMarked
package org.mingqu.platform.filings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
