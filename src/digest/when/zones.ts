/** Time zones by the names that people type: IANA's own, earlier ones, cities and countries. */
import { Temporal } from 'temporal-polyfill';
import { fold, nearest } from '../../story/index.ts';
import { otherPlaces, renamedZones } from './zone-names.ts';

/**
 * The zone that was typed, as IANA writes it: by any of its names, whatever the case, with spaces for underscores, or by the
 * name of a city, or of a country that has but one. Undefined where there is none.
 */
export function zoneNamed(typed: string): string | undefined {
  const name = typed
    .trim()
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, '_');
  // Names without an area are offsets (`+02:00`) and abbreviations (`EST`), which know no summer time: nobody means that.
  if (name.includes('/')) return named(name);
  const { cities, countries } = places();
  const [country, another] = countries.get(fold(typed)) ?? [];
  return cities.get(fold(typed)) ?? (another === undefined ? country : undefined);
}

/** Zones that fit what was typed, best first: by city, by whole name, by country, then the nearest ones. All of them for nothing. */
export function completeZone(typed: string, most: number): string[] {
  const wanted = fold(typed);
  const exact = zoneNamed(typed);
  const fitting = new Set([...(exact === undefined ? [] : [exact]), ...fittingZones(wanted)]);
  const { cities } = places();
  const found =
    fitting.size > 0 ? fitting : nearest(typed, cities.keys(), most).flatMap((city) => cities.get(city) ?? []);
  return [...new Set(found)].slice(0, most);
}

function fittingZones(wanted: string): string[] {
  const { zones, cities, countries } = places();
  const citiesWith = (fits: (city: string) => boolean) =>
    [...cities].flatMap(([city, zone]) => (fits(city) ? zone : [])).sort();
  const zonesWith = (fits: (name: string) => boolean) => [...zones].flatMap(([zone, name]) => (fits(name) ? zone : []));
  return [
    ...(countries.get(wanted) ?? []),
    ...citiesWith((city) => city.startsWith(wanted)),
    ...zonesWith((name) => name.startsWith(wanted)),
    ...[...countries].flatMap(([country, within]) => (country.startsWith(wanted) ? within : [])),
    ...citiesWith((city) => city.includes(` ${wanted}`)),
    ...zonesWith((name) => name.includes(wanted)),
  ];
}

interface Places {
  /** All zones that can be chosen, by the names that IANA gives them now, and each name's folded form. */
  readonly zones: ReadonlyMap<string, string>;
  /** By the folded names of the cities that zones are named after, by earlier names, and by other cities. */
  readonly cities: ReadonlyMap<string, string>;
  /** By the folded names of countries. */
  readonly countries: ReadonlyMap<string, readonly string[]>;
}

let gathered: Places | undefined;

/** Gathered when the first zone is typed: it takes a twentieth of a second. */
function places(): Places {
  if (gathered) return gathered;
  const zones = [...Intl.supportedValuesOf('timeZone').map(current), 'UTC'].sort();
  const cities = [
    ...Object.entries(otherPlaces).flatMap(([zone, names]) => names.split(', ').map((name) => [name, zone] as const)),
    ...Object.entries(renamedZones).map(([earlier, zone]) => [cityOf(earlier), zone] as const),
    ...zones.map((zone) => [cityOf(zone), zone] as const),
  ];
  gathered = {
    zones: new Map(zones.map((zone) => [zone, fold(zone)])),
    cities: new Map(cities.map(([city, zone]) => [fold(city), zone])),
    countries: new Map(countriesByName()),
  };
  return gathered;
}

/** Countries by their English names; the runtime knows each by two letters. */
function countriesByName(): (readonly [string, readonly string[]])[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = names.of(code);
      const zones = name === undefined ? [] : (new Intl.Locale(`und-${code}`).getTimeZones() ?? []);
      return name === undefined || zones.length === 0 ? [] : [[fold(name), zones.map(current)] as const];
    });
}

/** `Port-au-Prince` of `America/Port-au-Prince`. */
function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}

function named(name: string): string | undefined {
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    if (places().zones.has(timeZoneId)) return timeZoneId;
    // One of its other names, such as `US/Eastern`: the runtime knows which zone that is.
    return current(new Intl.DateTimeFormat('en', { timeZone: timeZoneId }).resolvedOptions().timeZone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The runtime lists some zones by a name that IANA has replaced. */
function current(zone: string): string {
  return renamedZones[zone] ?? zone;
}
