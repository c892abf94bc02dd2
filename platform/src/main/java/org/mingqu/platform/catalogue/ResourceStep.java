package org.mingqu.platform.catalogue;

/// What can be done with a resource's place in the catalogue.
enum ResourceStep {
    SUBMIT,
    WITHDRAW,
    PUBLISH
}
