/// What all interfaces share: pages of a list, problems, texts, the description of the interface, the pages themselves.
@ApplicationModule(displayName = "Web", allowedDependencies = "rules")
@NullMarked
package org.mingqu.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
