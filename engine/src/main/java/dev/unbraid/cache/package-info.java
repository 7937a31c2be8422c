/// Finished work on disk, addressed by what it was made from: outputs of segments, and whole stems.
///
/// Knows neither networks nor jobs. What it holds can be made again, so it may go at any time but while somebody uses
/// it, and nothing in it is believed that does not match its own checksum.
package dev.unbraid.cache;
