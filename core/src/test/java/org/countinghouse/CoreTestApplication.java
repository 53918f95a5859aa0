package org.countinghouse;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Found by every test below this package that has no application of its own. */
@SpringBootApplication
public class CoreTestApplication {}
