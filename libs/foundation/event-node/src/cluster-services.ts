import { type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { type ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import { type SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { features, gossip, shared } from './protocol.js';

/** The release whose protocol the node speaks. */
const SERVER_VERSION = '24.6.0';

const SUPPORTED: ReadonlyArray<readonly [service: string, method: string, features: string[]]> = [
  ['event_store.client.streams.streams', 'read', ['position', 'events']],
  ['event_store.client.streams.streams', 'append', []],
  ['event_store.client.streams.streams', 'delete', []],
  ['event_store.client.streams.streams', 'tombstone', []],
  ['event_store.client.streams.streams', 'batchappend', []],
  ['event_store.client.gossip.gossip', 'read', []],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods', []],
];

/** What the client may use: it falls back, or refuses by itself, where a method is not named here. */
export function supportedMethods(): SupportedMethods {
  const methods = SUPPORTED.map(([service, name, featureNames]) => {
    const method = new features.SupportedMethod();
    method.setServiceName(service);
    method.setMethodName(name);
    method.setFeaturesList(featureNames);
    return method;
  });
  return new features.SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(SERVER_VERSION);
}

/** A cluster of one, reached where the asker reached it, so that discovery works behind any address. */
export function clusterInfo(instanceId: string, fallback: { host: string; port: number }) {
  return (call: ServerUnaryCall<unknown, ClusterInfo>, callback: sendUnaryData<ClusterInfo>): void => {
    const [, host = fallback.host, port = String(fallback.port)] = /^(.+):(\d+)$/u.exec(call.getHost()) ?? [];
    const endPoint = new gossip.EndPoint();
    endPoint.setAddress(host);
    endPoint.setPort(Number(port));
    const member = new gossip.MemberInfo();
    member.setInstanceId(new shared.UUID().setString(instanceId));
    member.setTimeStamp(`${Date.now()}0000`);
    member.setState(gossip.MemberInfo.VNodeState.LEADER);
    member.setIsAlive(true);
    member.setHttpEndPoint(endPoint);
    callback(null, new gossip.ClusterInfo().setMembersList([member]));
  };
}
