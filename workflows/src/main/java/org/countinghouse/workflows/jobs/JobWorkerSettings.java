package org.countinghouse.workflows.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node works on jobs.
 *
 * @param enabled whether a server looks for work by itself; the command line never does
 * @param lease how long a node that says nothing is believed to be alive
 * @param heartbeat how often a node says that it is; several times a lease
 * @param poll how often a node looks for work
 * @param pause how long a run rests after a trouble that passes by itself
 * @param grace how long a stopping node waits for its jobs to reach a save point
 */
@ConfigurationProperties("countinghouse.jobs.worker")
record JobWorkerSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("20s") Duration lease,
    @DefaultValue("5s") Duration heartbeat,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("10s") Duration pause,
    @DefaultValue("15s") Duration grace) {}
