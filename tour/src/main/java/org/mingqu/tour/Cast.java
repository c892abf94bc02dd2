package org.mingqu.tour;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The people of the story, each signed in once.
final class Cast implements AutoCloseable {

    private final URI base;
    private final Locale locale;
    private final Map<String, Person> people = new HashMap<>();
    private final Person nobody;

    Cast(URI base, Locale locale) {
        this.base = base;
        this.locale = locale;
        this.nobody = new Person(base, "", locale);
    }

    Person as(String username) {
        var known = people.get(username);
        if (known != null) {
            return known;
        }
        var person = new Person(base, username, locale);
        people.put(username, person);
        person.signIn();
        return person;
    }

    /// Anybody who comes by.
    Person nobody() {
        return nobody;
    }

    /// 区公共数据主管部门.
    Person authority() {
        return as("shuju");
    }

    /// A colleague there, for the second decision.
    Person authorityColleague() {
        return as("shujuer");
    }

    /// 区住房和建设局.
    Person housing() {
        return as("zhujian");
    }

    /// A colleague there.
    Person housingColleague() {
        return as("zhujianer");
    }

    /// 区民政局.
    Person civilAffairs() {
        return as("minzheng");
    }

    Person operator() {
        return as("yunying");
    }

    Person partner() {
        return as("kangning");
    }

    /// Another partner, who has no part in this walk's case.
    Person stranger() {
        return as("xinhe");
    }

    /// 第三方专业机构.
    Person assessor() {
        return as("pinggu");
    }

    /// 区政府.
    Person government() {
        return as("zhengfu");
    }

    @Override
    public void close() {
        people.values().forEach(Person::close);
        nobody.close();
    }
}
